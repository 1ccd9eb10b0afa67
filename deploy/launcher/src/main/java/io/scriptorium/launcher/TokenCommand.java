package io.scriptorium.launcher;

import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.PartFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Prints a signed token for the local suite.")
final class TokenCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Mixin
    private CallerOptions caller;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "superadmin, admin, support, editor, writer or client.")
    private String role;

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            defaultValue = "1h",
            description = "How long it is good: 30s, 15m, 1h (${DEFAULT-VALUE} unless given), 7d; at most 30d.")
    private String timeToLive;

    @Override
    public Integer call() {
        TokenRequest request = caller.request(role, timeToLive);
        if (!LocalIssuer.hasKey(data.folder().issuer())) {
            throw new PartFailure("There is no signing key in " + data.folder().root()
                    + ": it is made by the first deploy/suite up on that folder.");
        }
        System.out.println(request.signedBy(
                new LocalIssuer(data.folder().issuer(), LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE)));
        return 0;
    }
}
