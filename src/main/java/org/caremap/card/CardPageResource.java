package org.caremap.card;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.function.Supplier;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.print.PrintFonts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /card}: the card as a page that prints well. Mistakes are told in words for people. */
@Path("card")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Print card")
public class CardPageResource {
  private final CardParameters parameters;
  private final CardService service;
  private final CardPages pages;
  private final CardSheet sheet;
  private final PrintFonts fonts;

  CardPageResource(
      CardParameters parameters,
      CardService service,
      CardPages pages,
      CardSheet sheet,
      PrintFonts fonts) {
    this.parameters = parameters;
    this.service = service;
    this.pages = pages;
    this.sheet = sheet;
    this.fonts = fonts;
  }

  @CheckedTemplate(basePath = "card", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance page(CardFrame f, Card card, CardSettings s, Integer fit);

    static native TemplateInstance other(CardFrame f, String hint);
  }

  @GET
  @Operation(summary = "The print card of a community or a place, as a page")
  public Response page(@Context UriInfo uri) throws IOException {
    return answer(() -> parameters.ofAddress(uri), uri, false);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "The same by a form, so that no address says where somebody lives")
  public Response pageOfForm(@Context UriInfo uri, MultivaluedMap<String, String> form)
      throws IOException {
    return answer(() -> parameters.ofPageForm(uri, form), uri, true);
  }

  private Response answer(Supplier<Query> asked, UriInfo uri, boolean posted) throws IOException {
    CardText text = CardText.ZH;
    String size = "standard";
    try {
      Query query = asked.get();
      text = parameters.language(query);
      size = parameters.textSize(query);
      if (!parameters.hasStart(query)) {
        CardFrame frame = pages.frame(text, size, text.get("chooseTitle"));
        return html(200, Templates.other(frame, text.get("chooseHint")));
      }
      CardRequest request = parameters.read(query);
      Card card = service.write(request, uri.getBaseUri().toString());
      CardFrame frame = pages.frame(request, card, size, posted);
      int fit;
      try (CardPdf measure = new CardPdf(sheet, fonts)) {
        fit = measure.fit(card);
      }
      return html(200, Templates.page(frame, card, pages.settings(request, frame), fit));
    } catch (ProblemException e) {
      CardFrame frame = pages.frame(text, size, text.get("problem"));
      String hint = CardPages.problem(e.problem().parameter(), text);
      return html(e.problem().status(), Templates.other(frame, hint));
    }
  }

  private static Response html(int status, TemplateInstance page) {
    return Response.status(status)
        .entity(page.render())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
