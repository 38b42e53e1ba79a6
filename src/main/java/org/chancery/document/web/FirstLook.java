package org.chancery.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.document.Documents;
import org.chancery.document.Inspected;
import org.chancery.document.Upload;
import org.chancery.instrument.Reference;
import org.chancery.web.AskedPath;
import org.chancery.web.Beforehand;
import org.chancery.web.InvalidValue;
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
    Matcher texts = TEXTS.matcher(AskedPath.of(request));
    MultipartFile file =
        texts.matches() ? new StandardMultipartHttpServletRequest(request).getFile("file") : null;
    if (file == null) {
      return () -> {};
    }
    try {
      Reference reference = new Reference(texts.group(1));
      Inspected inspected = documents.inspect(reference, upload(file));
      request.setAttribute(INSPECTED, inspected);
      return inspected::close;
    } catch (InvalidValue mistyped) {
      return () -> {};
    }
  }

  /** The file that came with the request, as it was inspected beforehand. */
  static Inspected of(HttpServletRequest request) {
    return (Inspected) Objects.requireNonNull(request.getAttribute(INSPECTED));
  }

  private static Upload upload(MultipartFile file) {
    return new Upload(file.getOriginalFilename(), file.getContentType(), file);
  }
}
