package org.chancery.document;

import java.io.InputStream;
import java.util.function.IntFunction;

/** A content that comes in pieces, of which it holds one at a time. */
final class InPieces extends InputStream {

  private final IntFunction<byte[]> pieces;
  private byte[] piece = new byte[0];
  private int number;
  private int read;
  private boolean ended;

  /**
   * @param pieces answers the piece with the number, from 1; an empty one after the last
   */
  InPieces(IntFunction<byte[]> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() {
    return isOver() ? -1 : piece[read++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (isOver()) {
      return -1;
    }
    int count = Math.min(length, piece.length - read);
    System.arraycopy(piece, read, target, offset, count);
    read += count;
    return count;
  }

  private boolean isOver() {
    if (!ended && read == piece.length) {
      piece = pieces.apply(++number);
      read = 0;
      ended = piece.length == 0;
    }
    return ended;
  }
}
