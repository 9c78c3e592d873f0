# The command that prepares PostgreSQL and Kafka, from what Maven packaged. Built by deploy/images/build.
FROM eclipse-temurin:25-jre

WORKDIR /opt/vto
COPY lib/[^v]* lib/
COPY lib/v* lib/
COPY vto-provision.jar sbom.json ./

ENV SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS=/run/secrets
USER 10001:10001
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-cp", "vto-provision.jar:lib/*", "dev.vto.provision.Provision"]
