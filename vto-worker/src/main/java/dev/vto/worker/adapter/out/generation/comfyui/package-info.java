/** Workflows of ComfyUI, on machines of one's own: https://docs.comfy.org/development/comfyui-server/comms_routes. */
@NullMarked
package dev.vto.worker.adapter.out.generation.comfyui;

import org.jspecify.annotations.NullMarked;
