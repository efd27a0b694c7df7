/** Care facilities: code lists, storage, the catalogue in memory, reading and editing. */
package org.caremap.facility;
