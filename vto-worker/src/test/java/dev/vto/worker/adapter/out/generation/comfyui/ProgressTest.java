package dev.vto.worker.adapter.out.generation.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

    private final Progress progress = new Progress(4);

    @Test
    void countsNodesThatAreDoneAndPartsOfThoseThatRun() {
        hear("{'type':'execution_cached','data':{'nodes':['1'],'prompt_id':'a'}}");
        hear(
                "{'type':'progress_state','data':{'nodes':{'2':{'value':1,'max':1},'3':{'value':5,'max':10}},'prompt_id':'a'}}");

        assertThat(progress.fraction()).isEqualTo(2.5 / 4);
    }

    @Test
    void neverGoesBack() {
        hear(
                "{'type':'progress_state','data':{'nodes':{'1':{'value':1,'max':1},'2':{'value':9,'max':9}},'prompt_id':'a'}}");
        hear("{'type':'progress_state','data':{'nodes':{'1':{'value':0,'max':1}},'prompt_id':'a'}}");

        assertThat(progress.fraction()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "{'type':'status','data':{'status':{}}}",
                "{'type':'progress_state','data':{'nodes':{'1':{'value':1,'max':1}},'prompt_id':'b'}}",
                "{'type':'progress_state','data':{'nodes':{'1':{'value':1,'max':0}}}}",
                "{'type':'execution_start','data':{'prompt_id':'a'}}"
            })
    void hearsNothingInOtherMessages(String message) {
        hear(message);

        assertThat(progress.fraction()).isZero();
    }

    private void hear(String message) {
        progress.hear("a", message.replace('\'', '"'));
    }
}
