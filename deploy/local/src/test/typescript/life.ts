import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CollectionsApi, Configuration, FetchError, ImagesApi, Job, JobsApi, JobStatus, LettersApi, NewJob, OptionsApi, PhotosApi,
  Problem, ProductsApi, ProjectsApi, PutPhotoSlotEnum, ResponseError, Session, SharesApi, SignInApi, UsersApi, VideosApi,
} from "./api";

const [stackFile, samples] = process.argv.slice(2);
const basePath: string = JSON.parse(readFileSync(stackFile, "utf8")).catalogUrl;
const JOB_LIMIT_MS = 60_000;

/** All of the API, as one user. */
function client(session: Session) {
  const configuration = new Configuration({ basePath, accessToken: session.accessToken });
  return {
    user: session.user,
    users: new UsersApi(configuration),
    collections: new CollectionsApi(configuration),
    projects: new ProjectsApi(configuration),
    products: new ProductsApi(configuration),
    photos: new PhotosApi(configuration),
    shares: new SharesApi(configuration),
    jobs: new JobsApi(configuration),
    images: new ImagesApi(configuration),
    videos: new VideosApi(configuration),
    letters: new LettersApi(configuration),
    options: new OptionsApi(configuration),
  };
}

type Client = ReturnType<typeof client>;

async function signIn(email: string): Promise<{ session: Session; api: Client }> {
  const session = await new SignInApi(new Configuration({ basePath }))
    .signInForDevelopment({ developmentSignIn: { email, name: email.split("@")[0] } });
  return { session, api: client(session) };
}

/** The problem that a call is refused with. */
async function refused(status: number, call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError) {
      assert.equal(error.response.status, status);
      return (await error.response.json()) as Problem;
    }
    throw error instanceof FetchError ? error.cause : error;
  }
  return assert.fail(`was carried out, and not refused with ${status}`);
}

async function done(api: Client, submitted: Job): Promise<Job> {
  const deadline = Date.now() + JOB_LIMIT_MS;
  for (;;) {
    const job = await api.jobs.getJob({ id: submitted.id });
    if (job.finishedAt !== null) {
      assert.equal(job.status, JobStatus.Succeeded, job.failReason ?? "");
      return job;
    }
    assert.ok(Date.now() < deadline, `job ${job.id} is still ${job.status}`);
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

async function run(api: Client, project: string, newJob: NewJob): Promise<Job> {
  return done(api, await api.jobs.submitJob({ id: project, newJob }));
}

function step(what: string) {
  console.log(`- ${what}`);
}

async function life() {
  const { session, api } = await signIn("owner@example.com");
  const { api: guest } = await signIn("guest@example.com");
  const again = await new SignInApi(new Configuration({ basePath }))
    .refreshSession({ refreshToken: { refreshToken: session.refreshToken } });
  assert.notEqual(again.refreshToken, session.refreshToken);
  assert.equal((await api.users.updateMe({ userChange: { name: "Jiwoo", language: "en" } })).name, "Jiwoo");
  step("signed in, refreshed, renamed");

  const idempotencyKey = crypto.randomUUID();
  const collection = await api.collections.createCollection({ newName: { name: "Spring" }, idempotencyKey });
  const replayed = await api.collections.createCollection({ newName: { name: "Spring" }, idempotencyKey });
  assert.equal(replayed.id, collection.id);
  const project = await api.projects.createProject({ id: collection.id, newName: { name: "Lookbook" } });
  assert.equal(project.ownerId, api.user.id);
  const nameless = await refused(400, api.projects.createProject({ id: collection.id, newName: { name: " " } }));
  assert.equal(nameless.errors?.[0].field, "name");
  const renamed = await api.projects.updateProjectRaw({ id: project.id, projectChange: { name: "Look" }, ifMatch: '"0"' });
  const etag = renamed.raw.headers.get("ETag") ?? undefined;
  const stale = await refused(412,
    api.projects.updateProject({ id: project.id, projectChange: { name: "Other" }, ifMatch: '"0"' }));
  assert.equal(stale.code, "etag_mismatch");
  await api.projects.updateProject({ id: project.id, projectChange: { name: "Lookbook" }, ifMatch: etag });
  step("a collection and a project, made once, renamed with an ETag");

  const product = await api.products.createProduct({ id: project.id, productChange: {} });
  for (const slot of [PutPhotoSlotEnum.UpperFront, PutPhotoSlotEnum.UpperBack, PutPhotoSlotEnum.BottomFront]) {
    const body = new Blob([readFileSync(join(samples, `${slot}.jpg`))], { type: "image/jpeg" });
    await api.photos.putPhoto({ id: product.id, slot, body });
  }
  const worn = (await api.products.getProduct({ id: product.id })).images;
  assert.ok(worn.upperFront && worn.upperBack && worn.bottomFront && !worn.outerFront);
  step("a product with three photos");

  assert.ok((await api.options.getOptions()).kinds.includes("IMAGE"));
  const lacking = await refused(422, api.jobs.submitJob({
    id: project.id, newJob: { kind: "IMAGE", productId: crypto.randomUUID() },
  }));
  assert.equal(lacking.code, "unknown_product");
  const pictures = await run(api, project.id, {
    kind: "IMAGE", productId: product.id, views: new Set(["FRONT"]), count: 2, seed: 42,
  });
  assert.equal(pictures.imageIds.length, 2);
  const [first, second] = pictures.imageIds;
  await api.images.updateImage({ id: first, pictureChange: { selected: true } });
  const clips = await run(api, project.id, { kind: "VIDEO", productId: product.id, imageIds: [first], seconds: 2 });
  const written = await run(api, project.id, { kind: "LETTER", productId: product.id, tone: "FRIENDLY", language: "en" });
  step("two images, a video and a letter by jobs");

  const image = await api.images.getImage({ id: first });
  const bytes = await fetch(new URL(image.url, basePath));
  assert.equal(bytes.status, 200);
  assert.equal((await bytes.arrayBuffer()).byteLength, image.bytes);
  assert.equal((await api.videos.getVideo({ id: clips.videoIds[0] })).contentType, "video/mp4");
  const letter = await api.letters.getLetter({ id: written.letterId ?? "" });
  const edited = await api.letters.updateLetter({ id: letter.id, letterChange: { headline: "Out now" } });
  assert.equal(edited.headline, "Out now");
  assert.equal(edited.generated?.headline, letter.headline);
  await api.projects.updateProject({ id: project.id, projectChange: { marketingLetterId: letter.id } });
  step("looked at, edited, chosen");

  const share = await api.shares.shareProject({ id: project.id, newShare: { email: "guest@example.com", role: "VIEWER" } });
  assert.equal(share.userId, guest.user.id);
  const seen = await guest.projects.listProjects({ shared: true });
  assert.deepEqual(seen.items.map((item) => [item.id, item.role]), [[project.id, "VIEWER"]]);
  assert.equal((await refused(403, guest.images.deleteImage({ id: second }))).code, "forbidden");
  await api.shares.updateShare({ id: project.id, userId: share.userId, shareChange: { role: "EDITOR" } });
  await guest.images.deleteImage({ id: second });
  await api.shares.deleteShare({ id: project.id, userId: share.userId });
  assert.equal((await refused(404, guest.projects.getProject({ id: project.id }))).code, "not_found");
  step("shared with a guest, who looks, edits, and is out again");

  const counted = await api.projects.getProject({ id: project.id });
  assert.deepEqual(
    [counted.selectedImageNumber, counted.totalImageNumber, counted.totalVideoNumber, counted.marketingLetterId],
    [1, 1, 1, letter.id]);
  assert.deepEqual((await api.images.listImages({ id: project.id, deleted: true })).items.map(({ id }) => id), [second]);
  await api.images.restoreImage({ id: second });
  assert.equal((await api.jobs.listJobs({ projectId: project.id, kind: ["IMAGE"], status: ["SUCCEEDED"] })).items.length, 1);
  const waiting = await api.jobs.submitJob({ id: project.id, newJob: { kind: "IMAGE", productId: product.id, priority: 0 } });
  const ended = await api.jobs.cancelJob({ id: waiting.id });
  assert.ok(ended.cancelRequestedAt !== null || ended.status === "SUCCEEDED");
  step("counted, restored, listed, cancelled");

  await api.projects.deleteProject({ id: project.id });
  await refused(404, api.products.getProduct({ id: product.id }));
  assert.equal((await api.projects.restoreProject({ id: project.id })).totalVideoNumber, 1);
  assert.equal((await api.products.getProduct({ id: product.id })).id, product.id);
  step("deleted with all that it holds, and restored");

  const held = await api.users.exportMe();
  assert.equal(held.user.email, "owner@example.com");
  await api.users.deleteMe();
  assert.equal((await refused(401, api.users.getMe())).code, "unauthorized");
  step("exported, and the account closed");
}

life().then(
  () => console.log("the client drove the whole life of a project"),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
