package dev.vto.infra.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that PostgreSQL's catalogs tell of the schema {@code public}: a relation, a column, a constraint, an index, a
 * function, a trigger, an extension, or a right of a role.
 */
record SchemaPart(String kind, String name, String definition) {

    private static final String PARTS =
            """
            WITH relation AS (
              SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            ), attribute AS (
              SELECT a.*, a.attrelid::regclass || '.' || a.attname AS name
              FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind <> 'S'
            ), function AS (
              SELECT * FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            ), granted (name, acl) AS (
              SELECT 'schema ' || nspname, nspacl FROM pg_namespace WHERE nspname = 'public'
              UNION ALL SELECT oid::regclass::text, coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, relowner)) FROM relation
              UNION ALL SELECT name, attacl FROM attribute WHERE attacl IS NOT NULL
              UNION ALL SELECT oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner)) FROM function
            )
            SELECT 'relation' AS kind, oid::regclass::text AS name,
              concat_ws(' ', relkind, pg_get_userbyid(relowner), reloptions, relpersistence, pg_get_viewdef(oid)) AS definition FROM relation
            UNION ALL SELECT 'column', a.name, concat_ws(' ', format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'NOT NULL' END,
                'DEFAULT ' || pg_get_expr(adbin, adrelid), attidentity, attgenerated)
              FROM attribute a LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            UNION ALL SELECT 'sequence', seqrelid::regclass::text, concat_ws(' ', seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcycle)
              FROM pg_sequence JOIN relation ON relation.oid = seqrelid
            UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || conname, pg_get_constraintdef(c.oid)
              FROM pg_constraint c JOIN relation ON relation.oid = conrelid
            UNION ALL SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid)
              FROM pg_index JOIN relation ON relation.oid = indrelid
            UNION ALL SELECT 'function', oid::regprocedure || ' returns ' || pg_get_function_result(oid), pg_get_functiondef(oid) FROM function
            UNION ALL SELECT 'trigger', tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(t.oid)
              FROM pg_trigger t JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
            UNION ALL SELECT 'extension', extname, extversion FROM pg_extension
            UNION ALL SELECT 'right', granted.name || ' ' || privilege_type,
                'to ' || CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END || CASE WHEN is_grantable THEN ' with grant option' ELSE '' END
              FROM granted, aclexplode(acl)
            ORDER BY 1, 2, 3
            """;

    static List<SchemaPart> of(Connection connection) throws SQLException {
        List<SchemaPart> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PARTS)) {
            while (rows.next()) {
                parts.add(new SchemaPart(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return parts;
    }
}
