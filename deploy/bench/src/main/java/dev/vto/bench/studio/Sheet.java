package dev.vto.bench.studio;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Small pictures beside and below each other, each with a line of text. */
final class Sheet {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 360;
    private static final int MARGIN = 8;
    private static final int LINE = 18;

    private Sheet() {}

    /** A picture and what it shows. */
    record Cell(String text, BufferedImage picture) {}

    static BufferedImage draw(List<Cell> cells, int columns) {
        int across = Math.min(columns, cells.size());
        int down = (cells.size() + across - 1) / across;
        BufferedImage sheet = new BufferedImage(
                across * (WIDTH + MARGIN) + MARGIN,
                down * (HEIGHT + LINE + MARGIN) + MARGIN,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setColor(Color.BLACK);
        for (int i = 0; i < cells.size(); i++) {
            int x = MARGIN + i % across * (WIDTH + MARGIN);
            int y = MARGIN + i / across * (HEIGHT + LINE + MARGIN);
            pen.drawImage(cells.get(i).picture(), x, y, WIDTH, HEIGHT, null);
            pen.setClip(x, y, WIDTH, HEIGHT + LINE);
            pen.drawString(cells.get(i).text(), x, y + HEIGHT + LINE - 5);
            pen.setClip(null);
        }
        pen.dispose();
        return sheet;
    }
}
