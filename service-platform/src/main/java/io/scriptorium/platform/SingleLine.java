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

/** One line of text for people: not blank, of limited length, without what no text column or log line can hold. */
@Documented
@Constraint(validatedBy = SingleLine.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface SingleLine {
    /** In characters as people count them: code points. */
    int max();

    String message() default "must be one line of 1 to {max} characters, not blank, without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code @NotNull}. */
    class Check implements ConstraintValidator<SingleLine, String> {
        private int max;

        @Override
        public void initialize(SingleLine constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || !value.isBlank()
                            && value.codePointCount(0, value.length()) <= max
                            && value.codePoints().allMatch(Check::isText);
        }

        /** PostgreSQL takes no NUL, and UTF-8 no half of a surrogate pair. */
        static boolean isText(int codePoint) {
            return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        }
    }
}
