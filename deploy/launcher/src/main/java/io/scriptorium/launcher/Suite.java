package io.scriptorium.launcher;

import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.MailPart;
import io.scriptorium.local.Part;
import io.scriptorium.local.PartFailure;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.RedisPart;
import io.scriptorium.local.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that one {@code up} starts, in the order that it needs, watched, and stopped in the reverse order. */
final class Suite {
    private static final long BETWEEN_LOG_LOOKS_MILLIS = 10_000;
    private static final long WATCH_LEAVES_WITHIN_MILLIS = 5_000;

    private final SuiteFolder folder;
    private final PortPlan ports;
    private final List<ServiceDefinition> services;
    private final Path builtServices;
    private final Progress progress;

    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile Gateway gateway;
    private volatile boolean ready;

    /** @param builtServices a folder with the {@code quarkus-app} of each service, under its name */
    Suite(SuiteFolder folder, PortPlan ports, List<ServiceDefinition> services, Path builtServices, Progress progress) {
        this.folder = folder;
        this.ports = ports;
        this.services = services;
        this.builtServices = builtServices;
        this.progress = progress;
    }

    /** @throws PartFailure with a sentence about the first that did not start; stop the rest then */
    void start() {
        publish();
        CompletableFuture<PostgresPart> postgres = async(() -> started(
                "postgres", () -> PostgresPart.start(folder.part("postgres"), ports.postgres(), Durability.ON)));
        CompletableFuture<RedisPart> redis =
                async(() -> started("redis", () -> RedisPart.start(folder.part("redis"), ports.redis())));
        CompletableFuture<KafkaPart> kafka =
                async(() -> started("kafka", () -> KafkaPart.start(folder.part("kafka"), ports.kafka())));
        CompletableFuture<MailPart> mail =
                async(() -> started("mail", () -> MailPart.start(folder.part("mail"), ports.mail())));
        all(List.of(postgres, redis, kafka, mail));

        Map<ServiceDefinition, Database> databases = progress.step(
                "databases",
                () -> services.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), service -> postgres.join().createDatabase(service.database()))));
        gateway = progress.step("gateway", this::startGateway);
        all(services.stream()
                .map(service -> async(() -> startService(
                        service,
                        ServiceEnvironment.of(
                                service,
                                ports,
                                databases.get(service),
                                kafka.join().bootstrapServers(),
                                redis.join().uri(),
                                new Secrets(folder.secrets())))))
                .toList());
        watch();
    }

    /** Says to everybody who asks that all is up. */
    void ready() {
        ready = true;
        publish();
    }

    boolean isStopped() {
        return stopped.get();
    }

    /** Services, gateway, mail, Kafka, Redis, PostgreSQL. */
    void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        watches.forEach(Watch::leave);
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(WATCH_LEAVES_WITHIN_MILLIS);
            }
            all(processes.stream()
                    .map(process -> async(() -> {
                        stopping(process.name(), process::stop);
                        return null;
                    }))
                    .toList());
            if (gateway != null) {
                stopping("gateway", gateway::close);
            }
            for (String name : List.of("mail", "kafka", "redis", "postgres")) {
                parts.stream().filter(part -> part.name().equals(name)).forEach(part -> stopping(name, part::close));
            }
            Files.deleteIfExists(folder.state());
        } catch (IOException e) {
            throw new PartFailure("The suite's state could not be removed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while stopping.", e);
        }
    }

    /** One that cannot be stopped must not keep the others from it; the kernel ends it with this process. */
    private void stopping(String name, Runnable stop) {
        try {
            progress.step("stopped " + name, stop);
        } catch (PartFailure e) {
            progress.event(name + " did not stop in order: " + e.getMessage());
        }
    }

    private Gateway startGateway() {
        LocalIssuer issuer = new LocalIssuer(folder.issuer(), LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);
        Map<ServiceDefinition, Gateway.Upstream> upstreams = services.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        service -> new Gateway.Upstream(ports.of(service), ports.managementOf(service))));
        return Gateway.start(
                new Gateway.Settings(ports.gateway(), upstreams, Gateway.Settings.UPSTREAM_TIMEOUT),
                issuer.jwks(),
                new OneTimeCodes(folder.issuer(), Instant.now(), Clock.systemUTC()));
    }

    private ServiceProcess startService(ServiceDefinition service, ServiceEnvironment environment) {
        if (stopped.get()) {
            throw new PartFailure(service.name() + " is not started any more.");
        }
        environment.write(folder.environment(service.name()));
        ServiceProcess process = new ServiceProcess(service, folder, ports, environment.variables());
        processes.add(process);
        progress.step(service.name(), () -> process.start(builtServices.resolve(service.name())));
        return process;
    }

    private <P extends Part> P started(String name, Supplier<P> start) {
        P part = progress.step(name, start);
        parts.add(part);
        return part;
    }

    private void watch() {
        parts.stream()
                .sorted(Comparator.comparing(Part::port))
                .forEach(part -> watch(new PartProcess(part), () -> false));
        processes.stream()
                .sorted(Comparator.comparing(ServiceProcess::port))
                .forEach(process -> watch(process, new DevFlag(folder.devFlag(process.name()))::isRaised));
        List<Path> logs = Stream.concat(
                        services.stream().map(service -> folder.log(service.name())),
                        Stream.concat(
                                Stream.of(folder.log("suite")),
                                parts.stream()
                                        .map(part -> folder.part(part.name()).resolve(part.name() + ".log"))))
                .toList();
        run("log-limit", () -> limit(new LogLimit(logs, LogLimit.USUAL_BYTES)));
    }

    private void watch(Supervised process, BooleanSupplier handedOver) {
        Watch watch = new Watch(process, handedOver, progress, this::publish, Watch.Pauses.USUAL);
        watches.add(watch);
        run("watch-" + process.name(), watch);
    }

    private void run(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void limit(LogLimit limit) {
        try {
            while (!stopped.get()) {
                Thread.sleep(BETWEEN_LOG_LOOKS_MILLIS);
                limit.apply();
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            progress.event("The logs are not kept short any more: " + e.getMessage());
        }
    }

    private synchronized void publish() {
        if (stopped.get()) {
            return;
        }
        List<SuiteState.ProcessState> states = new ArrayList<>();
        states.add(new SuiteState.ProcessState(
                "gateway", ports.gateway(), null, ProcessHandle.current().pid(), "running"));
        watches.forEach(watch -> states.add(watch.state()));
        SuiteState.ofThisProcess(ready, ports.gateway(), states).write(folder.state());
    }

    private static <T> CompletableFuture<T> async(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                },
                "start-or-stop");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Waits for all, then fails with the first failure, so that nothing is still being started when stopping begins. */
    private static void all(List<? extends CompletableFuture<?>> works) {
        try {
            CompletableFuture.allOf(works.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PartFailure failure
                    ? failure
                    : new PartFailure(e.getCause().toString(), e);
        }
    }
}
