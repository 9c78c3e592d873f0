package dev.vto.fakes;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A form with files, as {@code multipart/form-data} has it.
 *
 * @param fields by their names
 * @param files by the names of their fields
 */
public record Form(Map<String, String> fields, Map<String, File> files) {

    /** @param name as the sender calls it */
    public record File(String name, byte[] content) {}

    /** @throws Refused with 400 if the request is no such form */
    public static Form of(Request request) {
        FullHttpRequest http = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, request.path(), Unpooled.wrappedBuffer(request.body()));
        request.headers().forEach((name, value) -> http.headers().set(name, value));
        Map<String, String> fields = new HashMap<>();
        Map<String, File> files = new HashMap<>();
        try {
            HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), http);
            try {
                for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                    if (part instanceof FileUpload file) {
                        files.put(file.getName(), new File(file.getFilename(), file.get()));
                    } else if (part instanceof Attribute attribute) {
                        fields.put(attribute.getName(), attribute.getValue());
                    }
                }
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException | IOException e) {
            throw new Refused(400, "the body is no form: " + e.getMessage());
        }
        return new Form(fields, files);
    }
}
