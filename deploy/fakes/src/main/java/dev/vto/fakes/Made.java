package dev.vto.fakes;

/** What a job makes. */
public record Made(String extension, String contentType, byte[] content) {}
