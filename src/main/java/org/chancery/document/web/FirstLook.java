package org.chancery.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.document.Documents;
import org.chancery.document.Inspected;
import org.chancery.document.Upload;
import org.chancery.instrument.Reference;
import org.chancery.web.Beforehand;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;

/** Unpacks and inspects a text that is sent before the transaction begins that puts it in. */
@Component
class FirstLook implements Beforehand {

  private static final String INSPECTED = FirstLook.class.getName();
  private static final Pattern TEXTS =
      Pattern.compile("/api/instruments/([^/]+)/documents(/[^/]+/versions)?");

  private final Documents documents;

  FirstLook(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Looked look(HttpServletRequest request) {
    Matcher texts = TEXTS.matcher(request.getRequestURI());
    MultipartFile file = new StandardMultipartHttpServletRequest(request).getFile("file");
    if (file == null || !texts.matches() || !mayFile(texts.group(1))) {
      return () -> {};
    }
    Inspected inspected = documents.inspect(upload(file));
    request.setAttribute(INSPECTED, inspected);
    return inspected::close;
  }

  /** Nobody else's files are unpacked; why she may not is told in the write. */
  private boolean mayFile(String reference) {
    try {
      documents.requireFiling(new Reference(reference));
      return true;
    } catch (Refusal | InvalidValue refused) {
      return false;
    }
  }

  /** The file, as it was inspected beforehand. */
  static Inspected of(HttpServletRequest request, MultipartFile file, Documents documents) {
    @Nullable Object inspected = request.getAttribute(INSPECTED);
    return inspected instanceof Inspected known ? known : documents.inspect(upload(file));
  }

  private static Upload upload(MultipartFile file) {
    return new Upload(file.getOriginalFilename(), file.getContentType(), file);
  }
}
