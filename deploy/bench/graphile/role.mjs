import { Console } from "node:console";
import { createInterface } from "node:readline";

/**
 * Reads a line of JSON for each order and answers with one, as the bench's processes of Java do, until standard input
 * ends: with whoever started this one, however that one ended.
 *
 * @param {Record<string, (details: any) => unknown>} orders what can be done, by name; what fails reaches the asker as
 *   text
 */
export async function serve(orders) {
  // What libraries print must not come between the answers.
  globalThis.console = new Console(process.stderr);
  answer({});
  for await (const line of createInterface({ input: process.stdin })) {
    answer(await outcome(orders, JSON.parse(line)));
  }
}

async function outcome(orders, { order, details }) {
  try {
    if (!Object.hasOwn(orders, order)) {
      throw new Error(`no order: ${order}`);
    }
    return { answer: await orders[order](details) };
  } catch (error) {
    console.error(error);
    return { failure: String(error) };
  }
}

function answer(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
