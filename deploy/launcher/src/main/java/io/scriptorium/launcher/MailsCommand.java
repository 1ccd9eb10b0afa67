package io.scriptorium.launcher;

import io.scriptorium.local.Mailbox;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "mails", description = "Shows the mails that the suite has sent, the newest last.")
final class MailsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "Only those to that address.")
    private String address;

    @Option(
            names = "-n",
            paramLabel = "MAILS",
            defaultValue = "20",
            description = "How many at most (${DEFAULT-VALUE}).")
    private int most;

    @Override
    public Integer call() {
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "-n must be at least 1.");
        }
        Mailbox mailbox = Mailbox.of(data.folder().part("mail"));
        List<Mailbox.Mail> mails = address == null ? mailbox.all() : mailbox.to(address);
        if (mails.isEmpty()) {
            System.err.println(
                    address == null ? "No mail has been sent." : "No mail has been sent to " + address + ".");
            return 1;
        }
        mails.subList(Math.max(0, mails.size() - most), mails.size()).forEach(mail -> System.out.println(shown(mail)));
        return 0;
    }

    private static String shown(Mailbox.Mail mail) {
        return """
                To: %s
                From: %s
                Subject: %s
                Message-ID: %s

                %s
                """.formatted(
                        mail.to(),
                        mail.from(),
                        mail.subject(),
                        mail.messageId(),
                        mail.text().stripTrailing());
    }
}
