package io.scriptorium.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.dashboard.cache.Stales;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final LiveStream stream = new LiveStream("site", NEVER, () -> 7L);
    private final AssertSubscriber<StreamEvent> client = AssertSubscriber.create(0);

    @Test
    void beginsByAskingForEverythingAndGoesOnWithWhatChanges() {
        stream.events().subscribe().withSubscriber(client);
        client.request(2).awaitItems(1);
        stream.hear(Stales.of("tips", "site", "all"));
        client.awaitItems(2);
        assertThat(client.getItems())
                .containsExactly(new StreamEvent.Reset(), new StreamEvent.Changed(List.of("tips")));
    }

    @Test
    void saysNothingOfOtherScopes() {
        stream.events().subscribe().withSubscriber(client);
        client.request(2).awaitItems(1);
        stream.hear(Stales.of("tips", "elsewhere", "all"));
        stream.hear(Stales.of("users", "site"));
        client.awaitItems(2);
        assertThat(client.getItems().get(1)).isEqualTo(new StreamEvent.Changed(List.of("users")));
    }

    @Test
    void tellsASlowClientOnceOfWhatChangedOften() {
        stream.events().subscribe().withSubscriber(client);
        client.request(1).awaitItems(1);
        for (int change = 0; change < 10_000; change++) {
            stream.hear(Stales.of(change % 2 == 0 ? "tips" : "users", "site"));
        }
        client.request(1).awaitItems(2);
        assertThat(client.getLastItem()).isEqualTo(new StreamEvent.Changed(List.of("tips", "users")));
        client.request(1);
        stream.hear(Stales.everything());
        client.awaitItems(3);
        assertThat(client.getLastItem()).isEqualTo(new StreamEvent.Reset());
    }

    @Test
    void saysHowFarBehindTheNumbersAreWhenNothingElseIsToBeSaid() {
        new LiveStream("site", Duration.ofMillis(20), () -> 7L)
                .events()
                .subscribe()
                .withSubscriber(client);
        client.request(3).awaitItems(3);
        assertThat(client.getItems())
                .containsExactly(new StreamEvent.Reset(), new StreamEvent.Lag(7L), new StreamEvent.Lag(7L));
    }
}
