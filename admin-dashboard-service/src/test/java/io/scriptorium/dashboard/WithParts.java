package io.scriptorium.dashboard;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.scriptorium.local.test.LocalPartsResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Real PostgreSQL, Kafka and Redis, started once for all tests of this module. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "admin_dashboard"),
            @ResourceArg(name = "parts", value = "postgres,kafka,redis")
        })
public @interface WithParts {}
