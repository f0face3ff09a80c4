package org.opencmas.console.session.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of signing in and out, and which address of this site a person may be led back to. */
public final class SignInPaths {
    public static final String SIGN_IN = "/sign-in";
    public static final String SIGNED_IN = "/signed-in";
    public static final String SIGN_OUT = "/sign-out";
    public static final String UNAVAILABLE = "/sign-in-unavailable";
    public static final String START = "/work";

    private SignInPaths() {}

    /** Tells whether a path ends the session. */
    public static boolean isSignOut(String path) {
        return path.equals(SIGN_OUT);
    }

    /** Tells whether the code flow itself does something at a path: it ends the session there, or takes the identity provider's answer. */
    public static boolean isOfCodeFlow(String path) {
        return isSignOut(path) || path.equals(SIGNED_IN);
    }

    /** Returns the address that asks for a sign-in and then leads to a page of this site. */
    public static String signInThen(String page) {
        return SIGN_IN + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /**
     * Returns the page to go to after a sign-in; the start page for whatever is not plainly a path of this site, since a link with
     * another site's address would make our sign-in lead there.
     */
    public static String safe(String page) {
        boolean ours = page.startsWith("/")
                && !page.startsWith("//")
                && page.chars().allMatch(sign -> sign > ' ' && sign != '\\' && sign < 127)
                && !page.startsWith(SIGN_IN)
                && !page.startsWith(SIGNED_IN)
                && !page.startsWith(SIGN_OUT);
        return ours && isAddress(page) ? page : START;
    }

    private static boolean isAddress(String page) {
        try {
            return !new URI(page).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
