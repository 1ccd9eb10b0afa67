package io.scriptorium.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text for people, of one or more lines: as {@link SingleLine}, with line breaks and tabs. */
@Documented
@Constraint(validatedBy = Prose.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Prose {
    /** In characters as people count them: code points. */
    int max();

    String message() default
            "must be text of 1 to {max} characters, not blank, without control characters but line breaks and tabs";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code @NotNull}. */
    class Check implements ConstraintValidator<Prose, String> {
        private int max;

        @Override
        public void initialize(Prose constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || !value.isBlank()
                            && value.codePointCount(0, value.length()) <= max
                            && value.codePoints().allMatch(Check::isText);
        }

        private static boolean isText(int codePoint) {
            return codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || SingleLine.Check.isText(codePoint);
        }
    }
}
