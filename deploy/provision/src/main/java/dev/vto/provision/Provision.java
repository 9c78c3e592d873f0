package dev.vto.provision;

import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that prepares servers for the platform. May be repeated: what is there is kept. */
@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = "Makes the platform's roles and database in PostgreSQL and its topics in Kafka where they are"
                + " absent, and sets the passwords of the roles.",
        footerHeading = "%nSettings, of the environment or of a file of that name in a folder of"
                + " SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS:%n",
        footer = {
            "  VTO_DB_URL                postgresql://host:port/name of the platform's database",
            "  VTO_DB_ADMIN_USERNAME     who may make roles and databases (postgres)",
            "  VTO_DB_ADMIN_PASSWORD     that role's password",
            "  VTO_DB_ADMIN_DATABASE     the database that it connects to (postgres)",
            "  VTO_DB_OWNER_PASSWORD, VTO_DB_CATALOG_PASSWORD, VTO_DB_WORKER_PASSWORD",
            "                            of the roles that are made",
            "  KAFKA_BOOTSTRAP_SERVERS   host:port of brokers; every other setting of a Kafka client likewise, as"
                    + " KAFKA_SECURITY_PROTOCOL",
            "  VTO_TOPIC_REPLICAS        copies of each partition (1)"
        })
public final class Provision implements Callable<Integer> {

    private final ProvisionSettings settings;

    /** What can be prepared, named as it is typed. */
    private enum Part {
        database,
        topics
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "What to prepare: ${COMPLETION-CANDIDATES}; both without it.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    Provision(ProvisionSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(ProvisionSettings.load()).execute(arguments));
    }

    static CommandLine commandLine(ProvisionSettings settings) {
        return new CommandLine(new Provision(settings)).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IllegalStateException
                    || failure instanceof IllegalArgumentException
                    || failure instanceof NoSuchElementException) {
                command.getErr().println("provision: " + failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
    }

    @Override
    public Integer call() {
        if (parts.contains(Part.database)) {
            PlatformDatabase.ensure(
                    settings.jdbcUrl(), settings.administrator(), settings.passwords(), settings.database());
            System.out.println("database " + settings.database() + " and its roles are there");
        }
        if (parts.contains(Part.topics)) {
            settings.topics().ensure(settings.kafka());
            System.out.println("topics are there");
        }
        return CommandLine.ExitCode.OK;
    }
}
