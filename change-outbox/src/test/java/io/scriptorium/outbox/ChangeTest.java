package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChangeTest {
    @Test
    void isADeletionOnlyWhereThatIsSaid() {
        assertThat(Change.deleted("topic", "key", "type", "schema").state()).isNull();
        assertThatThrownBy(() -> Change.changed("topic", "key", "type", "schema", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use deleted");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> Change.deleted("topic", " ", "type", "schema"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> Change.deleted("topic", "key", "type", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dataschema");
    }
}
