# A service, from what Maven packaged: the context is its folder target/quarkus-app. Built by deploy/images/build.
FROM eclipse-temurin:25-jre

# What native libraries need of the system.
ARG PACKAGES=""
RUN if [ -n "$PACKAGES" ]; then \
      apt-get update && apt-get install -y --no-install-recommends $PACKAGES && rm -rf /var/lib/apt/lists/*; \
    fi

# Known by number, so that a cluster can tell that it is not root.
ARG UID=10001
RUN install -d -o $UID -g $UID /var/lib/vto /var/lib/vto/media /var/lib/vto/keys
WORKDIR /opt/vto

# What changes with a version of a library, and what with every commit: the names of our own jars begin with dev.vto.
COPY lib/boot lib/boot
COPY lib/main/[^d]* lib/main/
COPY lib/main/d* lib/main/
COPY quarkus quarkus
COPY app app
COPY healthy quarkus-run.jar sbom.json ./

ENV VTO_MEDIA_DIR=/var/lib/vto/media \
    VTO_KEYS_DIR=/var/lib/vto/keys \
    SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS=/run/secrets \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"

# The service starts here without its servers, and what it loads for that is kept for its next starts.
COPY train /tmp/
RUN /tmp/train && rm -r /tmp/*

USER $UID:$UID
# What a container with a read-only root writes: uploads on their way, pictures being made, native libraries unpacked.
VOLUME /tmp
EXPOSE 8080 9000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["/opt/vto/healthy"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"]
