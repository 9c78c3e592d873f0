package dev.vto.bench.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Lets contenders take turns, so that whatever changes on the machine meanwhile meets all of them. */
public record Rounds(int count, Consumer<String> progress) {

    /**
     * A B A B, as many rounds as there are, after those that are left out.
     *
     * @param leftOut rounds that only warm up
     * @return in the order of the contenders; one that cannot be measured has no rounds
     */
    public List<Result> of(List<Contender> contenders, int leftOut) throws Exception {
        List<List<Sample>> samples = contenders.stream()
                .<List<Sample>>map(contender -> new ArrayList<>())
                .toList();
        for (int round = -leftOut; round < count; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Contender contender = contenders.get(i);
                if (!contender.absence().isEmpty()) {
                    continue;
                }
                progress.accept(
                        (round < 0 ? "warm-up" : "round " + (round + 1) + " of " + count) + ": " + contender.name());
                Sample sample = contender.round();
                if (round >= 0) {
                    samples.get(i).add(sample);
                }
            }
        }
        return IntStream.range(0, contenders.size())
                .mapToObj(i -> new Result(contenders.get(i).name(), samples.get(i)))
                .toList();
    }
}
