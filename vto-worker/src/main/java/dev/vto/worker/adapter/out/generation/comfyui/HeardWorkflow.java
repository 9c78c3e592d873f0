package dev.vto.worker.adapter.out.generation.comfyui;

/**
 * A workflow, and what is heard of one run of it.
 *
 * @param ear hears how far it is
 */
record HeardWorkflow(Workflow workflow, ProgressListener.Ear ear) {}
