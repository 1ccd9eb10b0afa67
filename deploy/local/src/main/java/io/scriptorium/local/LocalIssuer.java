package io.scriptorium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs the tokens of the local suite and of tests, as an OIDC provider would in production. The key pair is made on
 * first use and kept where only its owner can read it.
 */
public final class LocalIssuer {
    public static final String DEFAULT_ISSUER = "scriptorium-local";
    public static final String DEFAULT_AUDIENCE = "scriptorium";

    private static final int KEY_BITS = 2048;
    private static final String KEY_FILE = "issuer-key.json";

    private final String issuer;
    private final String audience;
    private final PublicJsonWebKey key;

    public LocalIssuer(Path keyFolder, String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
        this.key = key(keyFolder.resolve(KEY_FILE));
    }

    /** Whether a suite ever ran on that folder. */
    public static boolean hasKey(Path keyFolder) {
        return Files.exists(keyFolder.resolve(KEY_FILE));
    }

    /**
     * @param role the only entry of the claim {@code groups}
     * @param websiteId the claim {@code website_id}, or null for none
     */
    public String token(String role, String websiteId, String subject, Duration timeToLive) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", List.of(role));
        if (websiteId != null) {
            claims.setStringClaim("website_id", websiteId);
        }
        claims.setIssuedAtToNow();
        NumericDate expiry = NumericDate.now();
        expiry.addSeconds(timeToLive.toSeconds());
        claims.setExpirationTime(expiry);
        claims.setGeneratedJwtId();

        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the issuer's own key does not sign", e);
        }
    }

    /** The public keys, as an OIDC provider serves them. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static PublicJsonWebKey key(Path file) {
        try {
            if (!Files.exists(file)) {
                RsaJsonWebKey made = RsaJwkGenerator.generateJwk(KEY_BITS);
                made.setKeyId(Long.toString(System.currentTimeMillis(), 36));
                made.setUse("sig");
                made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
                Secrets.write(file, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        } catch (IOException | JoseException e) {
            throw new PartFailure("The signing key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }
}
