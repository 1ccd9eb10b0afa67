package io.scriptorium.launcher;

/**
 * What somebody who has just started the suite wants to know.
 *
 * @param signIn an address that signs in to the page, once: for a terminal, never for a log
 */
record ClosingText(String signIn, PortPlan ports, SuiteFolder folder, boolean isDefaultFolder) {
    @Override
    public String toString() {
        return """

                The suite is up. This address opens its page, and signs you in as superadmin, once:
                  %7$s
                deploy/suite open%6$s prints another, for any role.

                Also there:
                  http://localhost:%1$d          gateway to all APIs
                  http://localhost:%1$d/docs     their descriptions, to read and to try
                  PostgreSQL 127.0.0.1:%2$d, Redis 127.0.0.1:%3$d, Kafka 127.0.0.1:%4$d; data and logs in %5$s

                A token, and first calls:
                  TOKEN=$(deploy/suite token --role superadmin%6$s)
                  WEBSITE=$(curl -s localhost:%1$d/api/v1/websites -H "Authorization: Bearer $TOKEN" \\
                    -H 'Content-Type: application/json' \\
                    -d '{"name":"Essays","domain":"essays.example","currency":"USD","time_zone":"Europe/Berlin"}' \\
                    | sed -E 's/.*"id" ?: ?"([^"]+)".*/\\1/')
                  curl -s localhost:%1$d/api/v1/accounts -H "Authorization: Bearer $TOKEN" \\
                    -H 'Content-Type: application/json' \\
                    -d '{"website_id":"'$WEBSITE'","username":"ada","email":"ada@mail.example","full_name":"Ada","role":"writer"}'
                  curl -si localhost:%1$d/api/v1/admin/dashboards/users -H "Authorization: Bearer $TOKEN"

                deploy/suite mails%6$s shows the mails that clients would get.
                deploy/suite status%6$s shows how it does, deploy/suite down%6$s stops it.""".formatted(
                        ports.gateway(),
                        ports.postgres(),
                        ports.redis(),
                        ports.kafka(),
                        folder.root(),
                        isDefaultFolder ? "" : " --data " + quoted(folder.root().toString()),
                        signIn);
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
