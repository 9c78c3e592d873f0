package dev.vto.infra.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of the platform's tables, and how far its sequences are, as text. */
final class Rows {

    private static final String COLUMNS =
            """
            SELECT attrelid::regclass::text, string_agg(quote_ident(attname), ', ' ORDER BY attnum)
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') AND attnum > 0 AND NOT attisdropped
              AND relname NOT LIKE 'databasechangelog%'
            GROUP BY 1
            """;

    private final Map<String, String> columns = new TreeMap<>();

    /** Knows the columns that the tables have now. */
    Rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(COLUMNS)) {
            while (tables.next()) {
                columns.put(tables.getString(1), tables.getString(2));
            }
        }
    }

    /** The rows of each table in those columns, whatever has been added since. */
    Map<String, List<String>> in(Connection connection) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : columns.entrySet()) {
                List<String> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("SELECT to_jsonb(r)::text FROM (SELECT " + table.getValue()
                        + " FROM " + table.getKey() + ") r ORDER BY 1")) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
                rows.put(table.getKey(), found);
            }
        }
        return rows;
    }
}
