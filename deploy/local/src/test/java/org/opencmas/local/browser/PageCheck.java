package org.opencmas.local.browser;

import java.util.function.Consumer;
import org.opencmas.local.browser.window.TestBrowser;

/**
 * What is held in a browser.
 *
 * @param name what a reader of the report calls it
 * @param check fails when it does not hold
 */
record PageCheck(String name, Consumer<TestBrowser> check) {}
