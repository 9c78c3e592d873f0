package dev.vto.provision;

import java.util.List;

/** The passwords of the cluster's superuser and of the platform's three roles. Never printed. */
public record DatabasePasswords(String superuser, String owner, String catalog, String worker) {

    public DatabasePasswords {
        if (List.of(superuser, owner, catalog, worker).stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("every database role needs a password");
        }
    }

    @Override
    public String toString() {
        return "DatabasePasswords[hidden]";
    }
}
