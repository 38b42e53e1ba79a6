package org.chancery.report.web;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.chancery.process.Diagram;
import org.chancery.report.web.CaseSheet.Drawing;
import org.chancery.report.web.CaseSheet.Place;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the names of the steps out of a process's model. */
final class Drawings {

  private Drawings() {}

  /** The drawing with the names of the elements it stands at. */
  static Drawing of(Diagram diagram) {
    Document model = parsed(diagram.xml());
    List<Place> places =
        diagram.active().stream().sorted().map(id -> new Place(id, nameOf(id, model))).toList();
    return new Drawing(diagram.process(), diagram.name(), places);
  }

  private static String nameOf(String id, Document model) {
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.setXPathVariableResolver(name -> id);
    try {
      Element element = (Element) xpath.evaluate("//*[@id=$id]", model, XPathConstants.NODE);
      return element == null ? "" : element.getAttribute("name");
    } catch (XPathExpressionException impossible) {
      throw new IllegalStateException("The path is constant", impossible);
    }
  }

  private static Document parsed(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new IllegalStateException("A deployed model is not well-formed", broken);
    }
  }
}
