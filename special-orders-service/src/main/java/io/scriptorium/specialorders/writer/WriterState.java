package io.scriptorium.specialorders.writer;

import java.util.UUID;

/** What is read of writer-service's {@code writer.v1}. */
record WriterState(UUID id, UUID websiteId, UUID writerId, Boolean isActive) {}
