package io.scriptorium.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The current span in the form of W3C Trace Context, so that consumers go on with the trace of the request. */
final class TraceParent {
    private TraceParent() {}

    /** @return null when nothing is traced */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
