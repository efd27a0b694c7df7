/** What the tests share: a fresh home, a PostGIS server, the shared data. */
package org.caremap.testing;
