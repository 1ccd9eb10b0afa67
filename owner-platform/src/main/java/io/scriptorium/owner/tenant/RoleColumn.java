package io.scriptorium.owner.tenant;

import io.scriptorium.platform.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The role's wire name, so that the table reads as the API does. */
@Converter(autoApply = true)
public class RoleColumn implements AttributeConverter<Role, String> {
    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.wireName();
    }

    @Override
    public Role convertToEntityAttribute(String wireName) {
        return wireName == null ? null : Role.of(wireName).orElseThrow();
    }
}
