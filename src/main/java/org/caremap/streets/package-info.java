/** The street network in force: built from OpenStreetMap files, kept on disk, reopened at start. */
package org.caremap.streets;
