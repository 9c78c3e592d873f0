package dev.vto.worker.adapter.out.log;

import dev.vto.shared.adapter.log.LogIds;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Adds the ids of the job that a line is about. */
@LoggingFilter(name = "job-ids")
public final class JobIds implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line instanceof ExtLogRecord open) {
            LogIds.addTo(open);
        }
        return true;
    }
}
