package io.scriptorium.launcher;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whom a token, or an address to sign in with, is for; but for the role, which not every command demands. */
final class CallerOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--website", paramLabel = "ID", description = "The website that it is for; not for a superadmin.")
    private String website;

    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "The account; without it, one of that role that nobody has.")
    private String subject;

    /** @throws ParameterException with a sentence about what does not fit */
    TokenRequest request(String role, String timeToLive) {
        try {
            return TokenRequest.of(role, website, subject, timeToLive);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
