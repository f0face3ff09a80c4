package org.opencmas.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key store of the server and one of a client, made for this run, each of which trusts the other. */
final class TestCertificates {
    private static final String FOLDER = "org.opencmas.http.certificates";
    private static final String PASSWORD = "changed-by-nobody";

    private TestCertificates() {}

    /** What the server is told of them: TLS beside plain HTTP, and a certificate of whoever connects over TLS. */
    static Map<String, String> settings() {
        make();
        return Map.of(
                "quarkus.tls.api.key-store.p12.path",
                file("server.p12").toString(),
                "quarkus.tls.api.key-store.p12.password",
                PASSWORD,
                "quarkus.tls.api.trust-store.p12.path",
                file("clients.p12").toString(),
                "quarkus.tls.api.trust-store.p12.password",
                PASSWORD,
                "quarkus.http.tls-configuration-name",
                "api",
                "quarkus.http.insecure-requests",
                "enabled",
                "quarkus.http.test-ssl-port",
                "0",
                "cmas.http.client-certificates",
                "required");
    }

    /** The side of a client that trusts the server and, if wanted, shows a certificate of its own. */
    static SSLContext client(boolean withCertificate) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(withCertificate ? load(file("client.p12")) : null, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(file("servers.p12")));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static void make() {
        try {
            Path folder = Files.createTempDirectory("certificates");
            System.setProperty(FOLDER, folder.toString());
            for (String[] who : new String[][] {{"server", "servers"}, {"client", "clients"}}) {
                generate(who[0]);
                KeyStore trusted = KeyStore.getInstance("PKCS12");
                trusted.load(null, null);
                trusted.setCertificateEntry("known", load(file(who[0] + ".p12")).getCertificate(who[0]));
                try (OutputStream out = Files.newOutputStream(file(who[1] + ".p12"))) {
                    trusted.store(out, PASSWORD.toCharArray());
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JDK makes certificates only with its tool. */
    private static void generate(String name) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file(name + ".p12").toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes());
        if (tool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private static Path file(String name) {
        return Path.of(System.getProperty(FOLDER), name);
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
