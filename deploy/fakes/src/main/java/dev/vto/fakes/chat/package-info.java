/** OpenAI's chat completions: https://platform.openai.com/docs/api-reference/chat. */
@NullMarked
package dev.vto.fakes.chat;

import org.jspecify.annotations.NullMarked;
