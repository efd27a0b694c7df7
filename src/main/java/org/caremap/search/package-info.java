/**
 * Finds places by what people type: Chinese, pinyin, initials or a mixture, with typos, from the
 * loaded data alone. What was typed is neither stored nor logged.
 */
@NullMarked
package org.caremap.search;

import org.jspecify.annotations.NullMarked;
