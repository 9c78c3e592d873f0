package dev.vto.worker.adapter.out.generation.studio.letter;

/** Colours as shops name them, with a typical sRGB value of each. */
public enum ColorName {
    BLACK("black", "블랙", 0x1B1B1D),
    CHARCOAL("charcoal", "차콜", 0x46484C),
    GREY("grey", "그레이", 0x8C8E91),
    LIGHT_GREY("light grey", "라이트 그레이", 0xC4C6C8),
    WHITE("white", "화이트", 0xF3F3F1),
    IVORY("ivory", "아이보리", 0xEDE3CE),
    BEIGE("beige", "베이지", 0xCDB597),
    CAMEL("camel", "카멜", 0xB07E4A),
    BROWN("brown", "브라운", 0x6B4630),
    KHAKI("khaki", "카키", 0x777450),
    OLIVE("olive", "올리브", 0x565B30),
    GREEN("green", "그린", 0x2E8B47),
    DARK_GREEN("dark green", "다크 그린", 0x21452F),
    MINT("mint", "민트", 0xA9DCC6),
    TEAL("teal", "청록", 0x217C7E),
    SKY_BLUE("sky blue", "스카이 블루", 0x93BCE4),
    BLUE("blue", "블루", 0x2A5DC0),
    DUSTY_BLUE("dusty blue", "더스티 블루", 0x788CA8),
    SLATE_BLUE("slate blue", "슬레이트 블루", 0x4A5770),
    MEDIUM_BLUE("medium blue", "미디엄 블루", 0x3F689C),
    NAVY("navy", "네이비", 0x1E2745),
    LAVENDER("lavender", "라벤더", 0xB6A3D8),
    PURPLE("purple", "퍼플", 0x74369A),
    PLUM("plum", "플럼", 0x532243),
    BURGUNDY("burgundy", "버건디", 0x6A1A2F),
    RED("red", "레드", 0xC4232E),
    CORAL("coral", "코랄", 0xEB7560),
    ORANGE("orange", "오렌지", 0xE67E22),
    YELLOW("yellow", "옐로", 0xEDCB3C),
    MUSTARD("mustard", "머스터드", 0xBF9226),
    PINK("pink", "핑크", 0xEFA5B8),
    HOT_PINK("hot pink", "핫핑크", 0xD83A7C);

    private static final double LIGHT = 185;
    private static final int DARK = 115;

    private final String english;
    private final String korean;
    private final int rgb;

    ColorName(String english, String korean, int rgb) {
        this.english = english;
        this.korean = korean;
        this.rgb = rgb;
    }

    String english() {
        return english;
    }

    String korean() {
        return korean;
    }

    /** 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    /** By luma, weighted as in ITU-R BT.709. */
    boolean isLight() {
        return 0.2126 * red() + 0.7152 * green() + 0.0722 * blue() > LIGHT;
    }

    /** By the strongest component: pure red has little luma, but nobody calls it dark. */
    boolean isDark() {
        return Math.max(red(), Math.max(green(), blue())) < DARK;
    }

    private int red() {
        return rgb >> 16 & 0xFF;
    }

    private int green() {
        return rgb >> 8 & 0xFF;
    }

    private int blue() {
        return rgb & 0xFF;
    }
}
