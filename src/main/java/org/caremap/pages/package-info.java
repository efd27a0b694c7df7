/**
 * Pages that the server writes, for people without JavaScript, for search engines and for links
 * that last: a facility, a comparison, the index of communities.
 */
@NullMarked
package org.caremap.pages;

import org.jspecify.annotations.NullMarked;
