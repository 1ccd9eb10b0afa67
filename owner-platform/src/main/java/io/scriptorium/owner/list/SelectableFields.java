package io.scriptorium.owner.list;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource's method: {@code ?fields=id,status} asks for these alone, of the view or of each entry of the page. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SelectableFields {
    String PARAMETER = "fields";

    /** The view that is answered. */
    Class<?> value();
}
