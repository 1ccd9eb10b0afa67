package io.scriptorium.payments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.scriptorium.local.test.LocalPartsResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Real PostgreSQL, Kafka and SMTP, started once for all tests of this module. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "payments_service"),
            @ResourceArg(name = "parts", value = "postgres,kafka,mail")
        })
public @interface WithParts {}
