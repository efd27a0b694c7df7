/**
 * What people click, on the real page served by the real application: each journey is walked in
 * Debian's Chromium on a phone and on a desktop.
 */
package org.caremap.browser;
