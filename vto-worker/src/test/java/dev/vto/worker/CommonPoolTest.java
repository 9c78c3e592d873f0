package dev.vto.worker;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.vto.infra.test.CommonPool;

@AnalyzeClasses(packages = "dev.vto.worker")
class CommonPoolTest {

    @ArchTest
    static final ArchRule COMMON_POOL_IS_NOT_USED = CommonPool.IS_NOT_USED;
}
