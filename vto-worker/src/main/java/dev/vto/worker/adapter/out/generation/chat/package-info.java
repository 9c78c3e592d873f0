/** Letters by any service with OpenAI's chat completions, among them vLLM and Ollama. */
@NullMarked
package dev.vto.worker.adapter.out.generation.chat;

import org.jspecify.annotations.NullMarked;
