/** ComfyUI: https://docs.comfy.org/development/comfyui-server/comms_routes. */
@NullMarked
package dev.vto.fakes.comfyui;

import org.jspecify.annotations.NullMarked;
