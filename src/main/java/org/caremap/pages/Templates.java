package org.caremap.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, checked against what is put into them when the product is built. */
@CheckedTemplate(basePath = "pages")
final class Templates {
  private Templates() {}

  static native TemplateInstance facility(PageFrame f, FacilityPage p);

  static native TemplateInstance compare(PageFrame f, ComparePage p);

  static native TemplateInstance communities(PageFrame f, CommunitiesPage p);

  static native TemplateInstance missing(PageFrame f);
}
