import { randomUUID } from "node:crypto";
import { serve } from "./role.mjs";
import { writeBack } from "./write-back.mjs";

// Read as the library is loaded, which else prints a line for each job: that would be measured as well.
process.env.NO_LOG_SUCCESS = "1";
const { makeWorkerUtils, run } = await import("graphile-worker");

const TASK = "letter";

/** Jobs that are queued by one statement. */
const BATCH = 1000;

/** Done jobs are deleted: what is not there waits no more. */
const SQL = {
  open: "SELECT count(*) FROM graphile_worker._private_jobs",
  waiting: `SELECT id::text FROM graphile_worker._private_jobs
    WHERE id = ANY(?::text[]::bigint[]) AND locked_at IS NULL`,
};

/** What the library's documentation was measured with, on its page of performance. */
const BATCHING = { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/** When jobs ended, in milliseconds, one after another. */
const ended = [];

let begun;
let utils;
let runner;
let turn = 0;

/** The orders of `PeerRole`. */
const orders = {
  begin(details) {
    begun = details;
    return SQL;
  },

  /** The schema is not there: whoever was measured before has left an empty database. */
  async prepare() {
    utils = await makeWorkerUtils({ preset: preset({}) });
    return "done";
  },

  async submit() {
    return (await utils.addJob(TASK, letter())).id;
  },

  async queue(jobs) {
    for (let left = jobs; left > 0; left -= BATCH) {
      const batch = Array.from({ length: Math.min(left, BATCH) }, () => ({ identifier: TASK, payload: letter() }));
      await utils.addJobs(batch);
    }
    return "done";
  },

  /** It is told of jobs, so that it looks for them as seldom as it does by itself. */
  async work({ threads }) {
    const write = writeBack(begun.writeBack);
    runner = await run({
      preset: preset({ concurrentJobs: threads, ...BATCHING }),
      parsedCronItems: [],
      taskList: {
        async [TASK](payload, { withPgClient }) {
          if (begun.writeBack.length > 0) {
            await write(payload, withPgClient);
          }
          ended.push(performance.now());
        },
      },
    });
    return "done";
  },

  "tell what ran"({ warmUp, all }) {
    if (warmUp < 1 || all <= warmUp || all > ended.length) {
      throw new Error(`of ${ended.length} jobs that ended, no ${warmUp} and then some of ${all} can be told apart`);
    }
    return (all - warmUp) / ((ended[all - 1] - ended[warmUp - 1]) / 1000);
  },
};

function preset(settings) {
  const { jdbcUrl, user, password } = begun.login;
  const url = new URL(jdbcUrl.slice("jdbc:".length));
  url.username = user;
  url.password = password;
  return { worker: { connectionString: url.href, maxPoolSize: begun.pool, ...settings } };
}

function letter() {
  const { user, id } = begun.projects[turn++ % begun.projects.length];
  return { id: randomUUID(), user, project: id };
}

await serve(orders);
await runner?.stop();
await utils?.release();
process.exit(0);
