package dev.vto.fakes;

import dev.vto.fakes.chat.ChatProtocol;
import dev.vto.fakes.cog.CogProtocol;
import dev.vto.fakes.comfyui.ComfyProtocol;
import dev.vto.fakes.fal.FalProtocol;
import dev.vto.fakes.fashn.FashnProtocol;
import dev.vto.fakes.kling.KlingProtocol;
import dev.vto.fakes.replicate.ReplicateProtocol;
import dev.vto.fakes.vertex.VertexProtocol;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command that starts a fake backend and stays until Ctrl-C. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts a fake generation backend on this machine, until Ctrl-C.")
final class RunFake implements Callable<Integer> {

    /** Every fake there is. */
    private static final List<Protocol> PROTOCOLS = List.of(
            new ChatProtocol(),
            new CogProtocol(),
            new ComfyProtocol(),
            new FalProtocol(),
            new FashnProtocol(),
            new KlingProtocol(),
            new ReplicateProtocol(),
            new VertexProtocol());

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "BACKEND", description = "chat, cog, comfyui, fal, fashn, kling, replicate or vertex")
    private String backend = "";

    @Option(names = "--port", defaultValue = "0", description = "0 takes a free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--key", defaultValue = "fake-key", description = "What clients know it by (${DEFAULT-VALUE}).")
    private String key = "";

    @Option(
            names = "--pace",
            paramLabel = "MILLIS",
            defaultValue = "400",
            description = "How long each of the five steps of a job takes (${DEFAULT-VALUE}).")
    private long pace;

    @Option(
            names = "--fault",
            paramLabel = "NAME[@REQUEST][*TIMES]",
            converter = InjectionReader.class,
            description =
                    "What goes wrong, as moderated, server-error@look*3 or endless*1; may be repeated. REQUEST is upload,"
                            + " submit, look, watch, file, remove, cancel or token; submit where none is named. Without TIMES it"
                            + " always does.")
    private List<Injection> faults = List.of();

    private record Injection(Fault fault, Purpose on, int times) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RunFake()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Protocol protocol = PROTOCOLS.stream()
                .filter(each -> each.name().equals(backend))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "BACKEND is one of "
                                + PROTOCOLS.stream().map(Protocol::name).collect(Collectors.joining(", ")) + ", not "
                                + backend));
        FakeBackend fake = FakeBackend.start(protocol, port, key, Duration.ofMillis(pace), this::say);
        faults.forEach(each -> fake.inject(each.fault(), each.on(), each.times()));
        say(protocol.name() + " is at " + fake.url());
        Runtime.getRuntime().addShutdownHook(new Thread(fake::close, "fake-stop"));
        new CountDownLatch(1).await();
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static final class InjectionReader implements ITypeConverter<Injection> {

        private static final Pattern SHAPE = Pattern.compile("([a-z-]+)(?:@([a-z]+))?(?:\\*([1-9][0-9]{0,5}))?");

        @Override
        public Injection convert(String text) {
            Matcher shape = SHAPE.matcher(text);
            if (!shape.matches()) {
                throw new TypeConversionException("a fault is NAME[@REQUEST][*TIMES], not " + text);
            }
            try {
                return new Injection(
                        Fault.of(shape.group(1)),
                        shape.group(2) == null ? Purpose.SUBMIT : purpose(shape.group(2)),
                        shape.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(shape.group(3)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }

        private static Purpose purpose(String name) {
            return Stream.of(Purpose.values())
                    .filter(purpose -> purpose.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a request is upload, submit, look, watch, file, remove, cancel or token, not " + name));
        }
    }
}
