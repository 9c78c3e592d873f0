import { randomUUID } from "node:crypto";

/** A parameter: `:name`, which a cast is not. */
const PARAMETER = /(?<!:):([a-z]+)/g;

/**
 * What a job leaves behind, in one transaction and over a connection of the worker's own pool.
 *
 * @param {string[]} statements with the parameters `:job`, `:user`, `:project` and `:letter`
 * @returns {(letter: {id: string, user: string, project: string}, withPgClient: Function) => Promise<void>}
 */
export function writeBack(statements) {
  const prepared = statements.map(prepare);
  return ({ id, user, project }, withPgClient) => {
    const values = { job: id, user, project, letter: randomUUID() };
    return withPgClient(async (client) => {
      await client.query("BEGIN");
      try {
        for (const { name, text, parameters } of prepared) {
          await client.query({ name, text, values: parameters.map((parameter) => values[parameter]) });
        }
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      }
    });
  };
}

/** Named, so that a connection prepares it once. */
function prepare(sql, index) {
  const parameters = [];
  const text = sql.replace(PARAMETER, (_, parameter) => `$${parameters.push(parameter)}`);
  return { name: `write-back-${index}`, text, parameters };
}
