package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.domain.session.Nonce;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Identities in a map, beside the users. */
public final class InMemoryIdentities implements Identities {

    private record Key(Provider provider, String subject) {}

    private final InMemoryUsers users;
    private final Map<Key, UserId> owners = new HashMap<>();
    private final Map<Key, String> emails = new HashMap<>();
    private final Map<TokenHash, Instant> usedNonces = new HashMap<>();

    InMemoryIdentities(InMemoryUsers users) {
        this.users = users;
    }

    @Override
    public Uni<UserId> signIn(Identity identity, Nonce nonce, User newcomer) {
        return Uni.createFrom().item(() -> signInNow(identity, nonce, newcomer));
    }

    @Override
    public Uni<Void> link(UserId user, Identity identity, Nonce nonce) {
        return Uni.createFrom().voidItem().invoke(() -> linkNow(user, identity, nonce));
    }

    @Override
    public Uni<Void> unlink(UserId user, Provider provider) {
        return Uni.createFrom().voidItem().invoke(() -> unlinkNow(user, provider));
    }

    @Override
    public synchronized Uni<Integer> forgetNonces(Instant expiredBefore, int most) {
        List<TokenHash> expired = usedNonces.entrySet().stream()
                .filter(used -> used.getValue().isBefore(expiredBefore))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        expired.forEach(usedNonces::remove);
        return Uni.createFrom().item(expired.size());
    }

    private synchronized UserId signInNow(Identity identity, Nonce nonce, User newcomer) {
        requireUnused(nonce);
        User user = ownerOf(identity).orElse(newcomer);
        keep(user, identity, user.version());
        usedNonces.put(nonce.hash(), nonce.expiresAt());
        return user.id();
    }

    private synchronized void linkNow(UserId id, Identity identity, Nonce nonce) {
        requireUnused(nonce);
        User user = users.live(id).orElseThrow(User::isClosed);
        Optional<User> owner = ownerOf(identity);
        if (owner.isPresent() && !owner.get().id().equals(id)) {
            throw identity.isOfAnotherUser();
        }
        if (owner.isEmpty() && user.identities().contains(identity.provider())) {
            throw identity.isOneTooMany();
        }
        keep(user, identity, owner.isPresent() ? user.version() : user.version() + 1);
        usedNonces.put(nonce.hash(), nonce.expiresAt());
    }

    private synchronized void unlinkNow(UserId id, Provider provider) {
        User user = users.live(id).orElseThrow(User::isClosed);
        if (!user.identities().contains(provider)) {
            throw provider.isNotLinked();
        }
        if (user.identities().size() == 1) {
            throw provider.isTheLast();
        }
        Key key = owners.keySet().stream()
                .filter(candidate -> candidate.provider() == provider
                        && owners.get(candidate).equals(id))
                .findFirst()
                .orElseThrow();
        Set<Provider> left = EnumSet.copyOf(user.identities());
        left.remove(provider);
        String email = user.email() != null && user.email().equals(emails.get(key)) ? null : user.email();
        owners.remove(key);
        users.put(with(user, email, left, user.version() + 1));
    }

    private void requireUnused(Nonce nonce) {
        if (usedNonces.containsKey(nonce.hash())) {
            throw Nonce.refused();
        }
    }

    private Optional<User> ownerOf(Identity identity) {
        return Optional.ofNullable(owners.get(new Key(identity.provider(), identity.subject())))
                .flatMap(users::live);
    }

    private void keep(User user, Identity identity, int version) {
        String own = users.live(user.id()).map(User::email).orElse(null);
        String email = Optional.ofNullable(identity.email())
                .filter(address -> users.withEmail(address)
                        .map(holder -> holder.id().equals(user.id()))
                        .orElse(true))
                .orElse(own);
        Set<Provider> all = EnumSet.of(identity.provider());
        all.addAll(user.identities());
        Key key = new Key(identity.provider(), identity.subject());
        owners.put(key, user.id());
        emails.put(key, identity.email());
        users.put(with(user, email, all, version));
    }

    private static User with(User user, String email, Set<Provider> identities, int version) {
        return new User(
                user.id(),
                email,
                user.name(),
                user.lastName(),
                user.profilePicture(),
                user.language(),
                identities,
                version,
                user.createdAt(),
                user.updatedAt());
    }
}
